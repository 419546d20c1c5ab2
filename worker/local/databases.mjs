/** The D1 databases that wrangler.toml binds, by the names of their bindings in its order. */

/** @param {string} toml @returns {string[]} */
export function databasesOf(toml) {
  const [, ...tables] = toml.split(/^\s*\[\[\s*d1_databases\s*\]\]\s*(?:#.*)?$/m);
  return tables.map((table) => {
    const own = table.split(/^\s*\[/m)[0] ?? "";
    const binding = /^\s*binding\s*=\s*["']([^"']+)["']/m.exec(own)?.[1];
    if (!binding) throw new Error("a [[d1_databases]] table without a binding");
    return binding;
  });
}
