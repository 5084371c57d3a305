import { type Builder } from './structs';

/** Builders of the structs that only the package for CDK Terrain has: its copy of this file is in test/cdktn/in-package. */
export const OWN_STRUCTS: Readonly<Record<string, Builder>> = {};
