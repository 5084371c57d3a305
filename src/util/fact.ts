/**
 * What is known of one value: the value itself, `null` where nothing is set, or `undefined` (or absent) where only
 * Terraform will know it, at apply. Absent is not unset: what is missing is judged, what is not known yet is not.
 */
export type Fact<T> = T | null | undefined;
