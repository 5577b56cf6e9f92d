// Takes every package of a folder in with Lumi's H5P server, on files, as its own example does; prints the seconds of each
// time round as JSON. `node lumi.js MODULES PACKAGES DATA ROUNDS`: the first round is on an empty store, the others on what is there.
const path = require("path");
const fs = require("fs");

const [modules, packages, data, rounds] = process.argv.slice(2);
const H5P = require(path.join(modules, "@lumieducation/h5p-server"));

function folder(name) {
  const made = path.join(data, name);
  fs.mkdirSync(made, { recursive: true });
  return made;
}

async function main() {
  const memory = new H5P.fsImplementations.InMemoryStorage();
  const limits = { sendUsageStatistics: false, fetchingDisabled: 1, maxFileSize: 2 ** 31, maxTotalSize: 2 ** 32 };
  const config = new H5P.H5PConfig(memory, limits);
  const libraries = new H5P.fsImplementations.FileLibraryStorage(folder("libraries"));
  const contents = new H5P.fsImplementations.FileContentStorage(folder("contents"));
  const temporary = new H5P.fsImplementations.DirectoryTemporaryFileStorage(folder("temporary"));
  const editor = new H5P.H5PEditor(memory, config, libraries, contents, temporary);
  const user = { id: "1", name: "Measured", type: "local", email: "measured@diogel.example" };
  const seconds = [];
  const cpu = [];
  let taken = 0;
  for (let round = 0; round < Number(rounds); round += 1) {
    const began = process.hrtime.bigint();
    const spent = process.cpuUsage();
    taken = 0;
    for (const name of fs.readdirSync(packages).filter((each) => each.endsWith(".h5p")).sort()) {
      try {
        await editor.packageImporter.addPackageLibrariesAndContent(path.join(packages, name), user);
        taken += 1;
      } catch {
        continue;
      }
    }
    seconds.push(Number(process.hrtime.bigint() - began) / 1e9);
    const { user: ours, system } = process.cpuUsage(spent);
    cpu.push((ours + system) / 1e6);
  }
  console.log(JSON.stringify({ seconds, cpu, taken, peak_mb: process.resourceUsage().maxRSS / 1024 }));
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
