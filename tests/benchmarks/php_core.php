<?php
// Takes every package of a folder in with H5P's own PHP core, as a site does: checked, saved on disk, filtered; prints JSON.
// `php php_core.php CORE PACKAGES DATA ROUNDS`: CORE is a folder with h5p-php-library. What a site keeps in its database is kept
// in memory here, which costs less: the first round is on nothing, the others on the libraries that are there.
error_reporting(E_ERROR);
[, $core, $packages, $data, $rounds] = $argv;
$parts = ["h5p.classes", "h5p-file-storage.interface", "h5p-default-storage.class", "h5p-development.class", "h5p-event-base.class", "h5p-metadata.class"];
foreach ($parts as $part) require_once "$core/$part.php";

class Kept {
  public $libraries = [], $numbers = [], $needs = [], $path, $folder, $count = 0;
}

// What the core asks of a site, by the name of the method; whatever is not named here answers nothing.
$answers = [
  "getUploadedH5pFolderPath" => 'return $this->kept->folder;',
  "getUploadedH5pPath" => 'return $this->kept->path;',
  "t" => 'return $message;',
  "loadAddons" => 'return [];',
  "getLibraryConfig" => 'return [];',
  "getMessages" => 'return [];',
  "getOption" => 'return $default;',
  "mayUpdateLibraries" => 'return true;',
  "hasPermission" => 'return true;',
  "isInDevMode" => 'return false;',
  "isContentSlugAvailable" => 'return true;',
  "getPlatformInfo" => 'return ["name" => "Measured", "version" => "1", "h5pVersion" => "1"];',
  "insertContent" => 'return ++$this->kept->count;',
  "getLibraryId" => 'return $this->kept->numbers["$machineName $majorVersion.$minorVersion"] ?? false;',
  "getWhitelist" => 'return $isLibrary ? "$defaultContentWhitelist $defaultLibraryWhitelist" : $defaultContentWhitelist;',
  "isPatchedLibrary" => 'return $this->kept->libraries[named($library)]["patchVersion"] < $library["patchVersion"];',
  "saveLibraryData" => 'if ($new) $libraryData["libraryId"] = $this->kept->numbers[named($libraryData)] = ++$this->kept->count;
    $this->kept->libraries[named($libraryData)] = $libraryData;',
  "saveLibraryDependencies" => '$this->kept->needs[$libraryId][$dependency_type] = $dependencies;',
  "deleteLibraryDependencies" => 'unset($this->kept->needs[$libraryId]);',
  "loadLibrary" => '$found = $this->kept->libraries["$machineName $majorVersion.$minorVersion"] ?? false;
    if (!$found) return false;
    $found["libraryId"] = $this->kept->numbers["$machineName $majorVersion.$minorVersion"];
    foreach (["preloaded", "dynamic", "editor"] as $kind) $found["{$kind}Dependencies"] = $this->kept->needs[$found["libraryId"]][$kind] ?? [];
    return $found;',
  "loadLibrarySemantics" => '$found = $this->kept->libraries["$machineName $majorVersion.$minorVersion"]["semantics"] ?? null;
    return is_string($found) ? $found : json_encode($found);',
];

function named($library) {
  return "{$library["machineName"]} {$library["majorVersion"]}.{$library["minorVersion"]}";
}

// The interface differs between releases of the core, so the class is made from what it asks for.
$code = 'class Site implements H5PFrameworkInterface { public $kept; ';
foreach ((new ReflectionClass("H5PFrameworkInterface"))->getMethods() as $method) {
  $taken = array_map(function ($each) {
    $default = $each->isDefaultValueAvailable() ? "=" . var_export($each->getDefaultValue(), true) : "";
    return ($each->isPassedByReference() ? "&" : "") . "$" . $each->getName() . $default;
  }, $method->getParameters());
  $code .= "public function {$method->getName()}(" . implode(",", $taken) . ") {" . ($answers[$method->getName()] ?? "") . "} ";
}
eval("$code}");

function spent() {
  $used = getrusage();
  return $used["ru_utime.tv_sec"] + $used["ru_stime.tv_sec"] + ($used["ru_utime.tv_usec"] + $used["ru_stime.tv_usec"]) / 1e6;
}

function take_in($site, $data) {
  $core = new H5PCore($site, $data, "/x");
  if (!(new H5PValidator($site, $core))->isValidPackage()) return 0;
  $storage = new H5PStorage($site, $core);
  $storage->savePackage();
  $told = $core->mainJsonData;
  foreach ($told["preloadedDependencies"] as $each) if ($each["machineName"] === $told["mainLibrary"]) $main = $each;
  $content = [
    "id" => $storage->contentId, "library" => ["name" => $main["machineName"]] + $main, "slug" => "x", "metadata" => [], "title" => "x",
    "params" => file_get_contents("$data/content/{$storage->contentId}/content.json"),
  ];
  $core->filterParameters($content);
  return 1;
}

$site = new Site;
$site->kept = new Kept;
$files = glob("$packages/*.h5p");
$seconds = $cpu = [];
mkdir("$data/temp");
for ($round = 0; $round < $rounds; $round++) {
  [$began, $before, $taken] = [microtime(true), spent(), 0];
  foreach ($files as $number => $file) {
    $site->kept->path = "$data/$round-$number.h5p"; // the core deletes what it was given
    $site->kept->folder = "$data/temp/$round-$number";
    copy($file, $site->kept->path);
    $taken += take_in($site, $data);
  }
  $seconds[] = microtime(true) - $began;
  $cpu[] = spent() - $before;
}
echo json_encode(["seconds" => $seconds, "cpu" => $cpu, "taken" => $taken]), "\n";
