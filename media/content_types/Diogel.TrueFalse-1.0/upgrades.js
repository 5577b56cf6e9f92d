/* How contents of older versions become contents of this one: by major version, by minor version. 1.0 is the first. BSD-3-Clause. */
var H5PUpgrades = H5PUpgrades || {};
H5PUpgrades['Diogel.TrueFalse'] = {1: {}};
