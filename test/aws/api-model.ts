import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The parts of a service model of the AWS SDKs that the stand-in reads. */
interface ServiceModel {
  readonly operations: Record<string, OperationModel>;
  readonly shapes: Record<string, Shape>;
}

interface OperationModel {
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
}

interface Shape {
  readonly type: string;
  readonly members?: Record<string, Member>;
  readonly member?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
}

interface Member {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header';
  readonly locationName?: string;
}

/** An operation of the API with its input: the members of URI, query and body together. */
export interface Request {
  readonly operation: string;
  readonly successCode: number;
  readonly input: Record<string, unknown>;
}

/**
 * The provider sends these as Terraform has them, `ActiveMQ` and `efs`, and its acceptance tests pass on AWS: so Amazon MQ
 * compares them without case. It answers in that spelling too.
 */
const COMPARED_WITHOUT_CASE = new Set(['EngineType', 'BrokerStorageType', 'AuthenticationStrategy']);

/** Required by the model, and not in AWS's answers (captured, us-east-1, 2026-09-30). */
const NOT_ANSWERED = new Set(['Configuration.description']);

/** Finds the python that has moto and botocore: `AWS_STAND_IN_PYTHON`, or the python3 of the PATH. */
export const PYTHON = process.env.AWS_STAND_IN_PYTHON ?? 'python3';

/**
 * A REST API as botocore describes it. A request is checked against the model before the stand-in looks at it, and each
 * answer before it is sent, so that the stand-in cannot speak another API than AWS.
 */
export class ApiModel {
  readonly #model: ServiceModel;
  readonly #routes: readonly { operation: string; method: string; pattern: RegExp; names: readonly string[] }[];

  constructor(model: ServiceModel) {
    this.#model = model;
    this.#routes = Object.entries(model.operations).map(([operation, { http }]) => ({
      operation,
      method: http.method,
      pattern: new RegExp(`^${http.requestUri.replace(/\{[^}]+\}/g, '([^/]+)')}$`),
      names: [...http.requestUri.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name),
    }));
  }

  /** Reads the model of a service from the installed botocore: it is AWS's, and is not copied into this repository. */
  static ofInstalledBotocore(service: string, version: string): ApiModel {
    const program = 'import botocore, os; print(os.path.dirname(botocore.__file__))';
    const folder = execFileSync(PYTHON, ['-c', program], { encoding: 'utf8' }).trim();
    const file = path.join(folder, 'data', service, version, 'service-2.json');
    const text = fs.existsSync(file) ? fs.readFileSync(file) : gunzipSync(fs.readFileSync(`${file}.gz`));
    return new ApiModel(JSON.parse(text.toString()) as ServiceModel);
  }

  get operations(): string[] {
    return Object.keys(this.#model.operations);
  }

  /** The name of the operation at an address; undefined if the API has none there. */
  operationAt(method: string, { pathname }: URL): string | undefined {
    return this.#routeAt(method, pathname)?.operation;
  }

  /** The operation that a request asks for, with its input; undefined if the API has none at this address. */
  read(method: string, url: URL, body: string): Request | undefined {
    const route = this.#routeAt(method, url.pathname);
    if (!route) return undefined;
    const { http, input } = this.#model.operations[route.operation];
    const values = route.pattern.exec(url.pathname)!.slice(1);
    const inUri = Object.fromEntries(route.names.map((name, index) => [name, decodeURIComponent(values[index])]));
    const inBody = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
    return {
      operation: route.operation,
      successCode: http.responseCode ?? 200,
      input: { ...inBody, ...inUri, ...(input && this.#query(input.shape, url.searchParams)) },
    };
  }

  /** What is wrong with the input of an operation, one sentence each. */
  inputFaults({ operation, input }: Request): string[] {
    const shape = this.#model.operations[operation].input?.shape;
    return shape === undefined ? [] : this.#faults(shape, input, '');
  }

  /** What is wrong with an answer of the stand-in. */
  outputFaults(operation: string, output: Record<string, unknown>): string[] {
    const shape = this.#model.operations[operation].output?.shape;
    return shape === undefined
      ? Object.keys(output).map((name) => `${name} is not in the answer`)
      : this.#faults(shape, output, '');
  }

  #routeAt(method: string, pathname: string) {
    return this.#routes.find((route) => route.method === method && route.pattern.test(pathname));
  }

  #query(shape: string, parameters: URLSearchParams): Record<string, unknown> {
    const members = Object.entries(this.#model.shapes[shape].members ?? {});
    return Object.fromEntries(
      members
        .filter(([name, member]) => member.location === 'querystring' && parameters.has(member.locationName ?? name))
        .map(([name, member]) => {
          const key = member.locationName ?? name;
          const { type } = this.#model.shapes[member.shape];
          const values = parameters.getAll(key);
          return [key, type === 'list' ? values : type === 'integer' ? Number(values[0]) : values[0]];
        }),
    );
  }

  #faults(shapeName: string, value: unknown, at: string): string[] {
    const shape = this.#model.shapes[shapeName];
    const wrongType = (expected: string) => [`${at} is not ${expected}: got ${JSON.stringify(value)}`];
    switch (shape.type) {
      case 'structure':
        return isObject(value) ? this.#structureFaults(shapeName, value, at) : wrongType('an object');
      case 'list':
        if (!Array.isArray(value)) return wrongType('a list');
        return value.flatMap((item, index) => this.#faults(shape.member!.shape, item, `${at}[${index}]`));
      case 'map':
        if (!isObject(value)) return wrongType('a map');
        return Object.entries(value).flatMap(([key, item]) => this.#faults(shape.value!.shape, item, `${at}.${key}`));
      case 'boolean':
        return typeof value === 'boolean' ? [] : wrongType('a boolean');
      case 'integer':
      case 'long':
        return Number.isInteger(value) ? rangeFaults(shape, value as number, at) : wrongType('an integer');
      case 'double':
        return typeof value === 'number' ? [] : wrongType('a number');
      case 'timestamp':
        return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? [] : wrongType('a time');
      default:
        return typeof value === 'string' ? stringFaults(shapeName, shape, value, at) : wrongType('a string');
    }
  }

  #structureFaults(shapeName: string, value: Record<string, unknown>, at: string): string[] {
    const shape = this.#model.shapes[shapeName];
    const path = (name: string) => (at === '' ? name : `${at}.${name}`);
    const members = new Map(
      Object.entries(shape.members ?? {}).map(([name, member]) => [member.locationName ?? name, member]),
    );
    const required = (shape.required ?? [])
      .map((name) => shape.members![name].locationName ?? name)
      .filter((name) => !NOT_ANSWERED.has(`${shapeName}.${name}`));
    return [
      ...required.filter((name) => value[name] === undefined).map((name) => `${path(name)} is required`),
      ...Object.entries(value).flatMap(([name, item]) => {
        const member = members.get(name);
        if (!member) return [`${path(name)} is not a member of the API`];
        return item === undefined || item === null ? [] : this.#faults(member.shape, item, path(name));
      }),
    ];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rangeFaults({ min = -Infinity, max = Infinity }: Shape, value: number, at: string): string[] {
  return value >= min && value <= max ? [] : [`${at} is not from ${min} to ${max}: got ${value}`];
}

function stringFaults(name: string, shape: Shape, value: string, at: string): string[] {
  const isListed = shape.enum?.some((allowed) =>
    COMPARED_WITHOUT_CASE.has(name) ? allowed.toUpperCase() === value.toUpperCase() : allowed === value,
  );
  return [
    ...(isListed === false ? [`${at} is not one of ${shape.enum!.join(', ')}: got "${value}"`] : []),
    ...(shape.min !== undefined || shape.max !== undefined
      ? rangeFaults(shape, value.length, `the length of ${at}`)
      : []),
    ...(shape.pattern !== undefined && !new RegExp(shape.pattern).test(value)
      ? [`${at} does not match ${shape.pattern}: got "${value}"`]
      : []),
  ];
}
