"""Static files: compressed and named by their content, so that browsers keep them for good."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    # ES modules import one another by relative path; their names are rewritten too.
    support_js_module_import_aggregation = True
    # Wagtail's own files name source maps that it doesn't ship.
    manifest_strict = False
