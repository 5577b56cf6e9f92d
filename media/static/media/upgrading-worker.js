// A content's parameters brought to a later version of its type, as H5P does it: first the type's own steps, in the order of
// their versions, then each part in it by the fields that the later version has.

self.window = self;
self.H5P = { createUUID: () => crypto.randomUUID?.() ?? `${Math.random()}`.slice(2) };
self.H5PUpgrades = {};
let fieldsOf; // semantics by a library's name

function parsed(name) {
  const found = /^(\S+) (\d+)\.(\d+)$/.exec(name ?? "");
  return found && { machine: found[1], major: Number(found[2]), minor: Number(found[3]) };
}

function isLater(one, other) {
  return one.major > other.major || (one.major === other.major && one.minor > other.minor);
}

/** The steps of a type that lie after one version and not after another, the earliest first. */
function steps(from, to) {
  const found = [];
  for (const [major, minors] of Object.entries(self.H5PUpgrades[from.machine] ?? {})) {
    for (const [minor, step] of Object.entries(minors ?? {})) {
      const at = { major: Number(major), minor: Number(minor) };
      if (isLater(at, from) && !isLater(at, to)) found.push([at, typeof step === "function" ? step : step?.contentUpgrade]);
    }
  }
  return found.filter(([, step]) => step).sort(([one], [other]) => one.major - other.major || one.minor - other.minor).map(([, step]) => step);
}

function taken(step, params, extras) {
  return new Promise((resolve, reject) => {
    step(params, (error, made, more) => (error ? reject(new Error(String(error))) : resolve([made ?? params, more ?? extras])), extras);
  });
}

async function upgraded(part, to) {
  const from = parsed(part.library);
  let [params, extras] = [part.params, { metadata: part.metadata }];
  for (const step of steps(from, to)) [params, extras] = await taken(step, params, extras);
  const library = `${to.machine} ${to.major}.${to.minor}`;
  await withLaterParts(fieldsOf[library] ?? [], params);
  return { ...part, library, params, metadata: extras?.metadata ?? part.metadata };
}

/** The parts in these fields in the versions that the fields offer; changed where they stand. */
async function withLaterParts(fields, values) {
  if (typeof values !== "object" || values === null) return;
  for (const field of fields) {
    if (values[field.name] !== undefined) values[field.name] = await later(field, values[field.name]);
  }
}

async function later(field, value) {
  if (field.type === "group") {
    const inner = field.fields ?? [];
    if (inner.length === 1 && !field.isSubContent) return later(inner[0], value);
    await withLaterParts(inner, value);
  } else if (field.type === "list" && Array.isArray(value) && field.field) {
    for (const [place, each] of value.entries()) value[place] = await later(field.field, each);
  } else if (field.type === "library") {
    const from = parsed(value?.library);
    if (!from) return value;
    const offered = (field.options ?? []).map((each) => parsed(each.name ?? each)).filter((each) => each?.machine === from.machine);
    const fit = offered.filter((each) => !isLater(from, each)).sort((one, other) => (isLater(one, other) ? 1 : -1))[0];
    return upgraded(value, fit ?? from);
  }
  return value;
}

self.addEventListener("message", async ({ data }) => {
  fieldsOf = data.fields;
  try {
    if (data.scripts.length) importScripts(...data.scripts);
    self.postMessage({ part: JSON.stringify(await upgraded(data.part, parsed(data.to))) });
  } catch (error) {
    self.postMessage({ failed: String(error).slice(0, 300) });
  }
});
