/**
 * Freezes the built-in prototypes before any other module runs: no key of any file, whatever
 * library handles it, can change what an object inherits.
 */
for (const builtIn of [Object, Array, Map, Set, String, Number, Boolean, Promise, RegExp]) {
  Object.freeze(builtIn.prototype)
}
