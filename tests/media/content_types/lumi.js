// Imports the packages named after the first argument, a folder to keep things in, as Lumi's server does; a line of JSON for each.
const {mkdirSync} = require('fs');
const {basename, join} = require('path');
const {H5PConfig, H5PEditor, fsImplementations: on} = require('@lumieducation/h5p-server');

(async () => {
  const [folder, ...packages] = process.argv.slice(2);
  const [libraries, contents, temporary] = ['libraries', 'contents', 'temporary'].map((name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  });
  const config = new H5PConfig(new on.InMemoryStorage(), {sendUsageStatistics: false, fetchingDisabled: 1});
  const editor = new H5PEditor(new on.InMemoryStorage(), config, new on.FileLibraryStorage(libraries),
    new on.FileContentStorage(contents), new on.DirectoryTemporaryFileStorage(temporary));
  const user = {id: '1', name: 'N', email: 'n@diogel.example', type: 'local'};
  for (const name of packages) {
    const told = {file: basename(name)};
    try {
      const done = await editor.packageImporter.addPackageLibrariesAndContent(name, user);
      Object.assign(told, {title: done.metadata.title, language: done.metadata.language});
    } catch (error) {
      told.error = String(error.message);
    }
    console.log(JSON.stringify(told));
  }
})();
