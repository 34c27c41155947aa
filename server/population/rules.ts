/**
 * What may be told of a number of people. Nothing is shown but sums of counts rounded to `base`, each up or down at a point of its own
 * (0 to base − 1) that nobody outside knows: which of `base` numbers it was cannot be found by taking one figure from another, not over
 * places, tables, nor days, and on the whole the sums are neither too high nor too low. Pure.
 */
export const rounded = (n: number, point: number, base: number): number => base * Math.floor((n + point) / base)
export const base = 5
