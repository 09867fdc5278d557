/**
 * What @noble uses, and the bundler writes for `hasOwnProperty.call`, and Chromium 87 and iOS 14 lack. Imported before
 * everything else; written so that the bundler does not put the function itself into its own stead.
 */
const known = Object as { hasOwn?: (object: object, name: PropertyKey) => boolean }
const { hasOwnProperty: holds } = Object.prototype
known.hasOwn ??= (object, name) => holds.call(object, name)
