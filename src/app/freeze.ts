/**
 * Freezes the built-in prototypes before any other module runs: no key of any file, whatever
 * library handles it, can change what an object inherits.
 */
allowOwn(Object.prototype)
for (const builtIn of [Object, Array, Map, Set, String, Number, Boolean, Promise, RegExp]) {
  Object.freeze(builtIn.prototype)
}

/**
 * A frozen `valueOf` could not even be assigned on an object of one's own, as libraries do. As
 * accessors the inherited properties stay fixed, and assigning makes an own property.
 */
function allowOwn(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const property = Object.getOwnPropertyDescriptor(prototype, key)
    if (property === undefined || !('value' in property)) continue
    const { value, enumerable = false } = property as { value: unknown; enumerable?: boolean }
    Object.defineProperty(prototype, key, {
      enumerable,
      configurable: false,
      get: () => value,
      set(this: object, own: unknown) {
        if (this === prototype) throw new TypeError(`Object.prototype.${String(key)} is fixed`)
        Object.defineProperty(this, key, {
          value: own,
          writable: true,
          enumerable: true,
          configurable: true,
        })
      },
    })
  }
}
