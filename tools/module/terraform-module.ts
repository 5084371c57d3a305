import { type App } from 'cdktf';
import { type ModuleStack } from './module-stack';
import { type Variable } from './variable';
import { type WrongInput } from './wrong-input';

export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json };
export type Blocks = Record<string, Record<string, JsonObject>>;

/** A module in Terraform's JSON syntax. */
export interface ModuleJson {
  readonly output: Record<string, JsonObject>;
  readonly locals: JsonObject;
  readonly check: Record<string, JsonObject>;
  readonly data: Blocks;
  readonly resource: Blocks;
}

/** A part of a file of a module: what it makes, and what a reader has to know about it. */
export interface Section {
  readonly title: string;
  readonly explanation: string;
  /** Local values that lead the part. */
  readonly locals?: readonly string[];
  /** The blocks in the order they are written, by address. */
  readonly addresses?: readonly string[];
}

/** A Terraform module that is made from the constructs. */
export interface TerraformModule {
  /** Folder below modules/. */
  readonly folder: string;
  readonly stack: (app: App) => ModuleStack;
  readonly variables: Readonly<Record<string, Variable>>;
  /** Everything in main.tf. What is in no part stops the tool. */
  readonly sections: readonly Section[];
  /** Local values that lead outputs.tf. */
  readonly outputsSection?: Section;
  /** Local values in files of their own, by file. */
  readonly files?: Readonly<Record<string, Section>>;
  /** Files that are read by the module, by path. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Addresses of earlier versions: Terraform moves what has them. */
  readonly moved?: Readonly<Record<string, string>>;
  /** What Terraform decides and the constructs cannot say. */
  readonly finish?: (json: ModuleJson) => ModuleJson;
  /** The README, which ends with the tables. */
  readonly readme: (tables: string) => string;
  readonly wrongInputs: readonly WrongInput[];
  /** Inputs with which the tests of wrong inputs call the module. */
  readonly rightInputs: Readonly<Record<string, unknown>>;
}
