import { MqConfiguration } from '@cdktf/provider-aws/lib/mq-configuration';
import { Construct } from 'constructs';
import { AuthenticationStrategy } from '../amazon-mq/authentication-strategy';
import { DEFAULT_ENGINE_VERSION, type EngineVersion } from '../amazon-mq/engine-version';
import { configurationFactsOf } from '../amazon-mq/facts-of-arguments';
import { LIMITS } from '../amazon-mq/limits';
import { CONFIGURATION_REJECTIONS } from '../amazon-mq/rejections/configuration-rejections';
import { rejectionsOf } from '../amazon-mq/rejections/rejection';
import { type DocumentFinding } from '../document/check/document-finding';
import { ConfigurationDocument } from '../document/configuration-document';
import { DocumentSyntaxError } from '../document/xml/document-syntax-error';
import { type Element } from '../document/xml/element';
import { choice, type Kinds, number, object, required, text, textMap } from '../props/kinds';
import { ACKNOWLEDGE_KIND, ENGINE_VERSION_KIND, META_KINDS } from '../props/shared-kinds';
import { takeProps } from '../props/take-props';
import { checkAgainAtSynth, checkFindingsAtSynth } from '../rules/check-at-synth';
import { checkRules } from '../rules/check-rules';
import { namesakeOf, registerName } from '../rules/namesake';
import { reportFindings } from '../rules/report-findings';
import { type FindingMessage } from '../rules/rule';
import { type RuleAcknowledgement } from '../rules/rule-acknowledgement';
import { attribute, numberAttribute } from '../tokens/attribute';
import { asText } from '../tokens/encoded';
import { factsOf, isUnknown, omitUnresolved } from '../tokens/known';
import { type MetaArguments, metaArguments } from '../tokens/meta-arguments';
import { moveFrom } from '../tokens/moved';
import { literal, terraformString } from '../tokens/terraform-string';
import { uniqueName } from '../tokens/unique-name';
import { writtenArguments } from '../tokens/written-arguments';
import { textOf } from '../util/arguments';
import { shown } from '../util/phrase';

/** A configuration that brokers can share. */
export interface IBrokerConfiguration {
  /** Id of the configuration, `c-…`. */
  readonly configurationId: string;

  /** Number of the revision that brokers get. */
  readonly revision: number;

  /** Engine version of the brokers that use it, if known. */
  readonly engineVersion?: EngineVersion;

  /** How the brokers that use it authenticate users, if known. */
  readonly authenticationStrategy?: AuthenticationStrategy;

  /** The document of the revision, if known. */
  readonly document?: ConfigurationDocument;

  /**
   * Changes the document, where the app makes the configuration.
   *
   * @internal
   */
  _change?(change: (broker: Element) => void): void;
}

/** A configuration that exists. */
export interface BrokerConfigurationAttributes {
  /** Id of the configuration, `c-…`. */
  readonly configurationId: string;

  /** Number of the revision that brokers get, from 1. */
  readonly revision: number;

  /**
   * Engine version it was made for. If given, a broker of another engine version is rejected at synth.
   *
   * @default - not known
   */
  readonly engineVersion?: EngineVersion;

  /**
   * Authentication strategy it was made for. If given, a broker that authenticates in another way is rejected at synth.
   *
   * @default - not known
   */
  readonly authenticationStrategy?: AuthenticationStrategy;
}

/** Props of a `BrokerConfiguration`. */
export interface BrokerConfigurationProps extends MetaArguments {
  /**
   * The whole name: 1 to 150 letters, digits, hyphens, periods, underscores and tildes, once in an account and region. A
   * change makes a new configuration. Provider releases before April 2026 never delete a configuration, so the name is not
   * free again after a destroy: prefer `namePrefix`.
   *
   * @default - `namePrefix` and a random suffix
   */
  readonly name?: string;

  /**
   * Beginning of the name, at most 142 characters. A random suffix follows that is made once, so you can destroy the
   * stack and deploy it again. A later change takes effect when another change makes a new configuration. Without effect
   * if you give `name`.
   *
   * @default - the path of the construct and the engine version
   */
  readonly namePrefix?: string;

  /**
   * Engine version of the brokers that use it. A change makes a new configuration. If you gave `name`, give another one in
   * the same change.
   *
   * @default EngineVersion.V5_19
   */
  readonly engineVersion?: EngineVersion;

  /**
   * The ActiveMQ document. A change makes a new revision.
   *
   * @default ConfigurationDocument.durable()
   */
  readonly document?: ConfigurationDocument;

  /**
   * Description, as the console shows it. A change makes a new revision.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * How the brokers that use it authenticate users. Amazon MQ cannot change it later.
   *
   * @default AuthenticationStrategy.SIMPLE
   */
  readonly authenticationStrategy?: AuthenticationStrategy;

  /**
   * Tags of the configuration.
   *
   * @default - none
   */
  readonly tags?: Record<string, string>;

  /**
   * Rule violations and findings of the document check that you accept on purpose, each with a reason.
   *
   * @default - none
   */
  readonly acknowledge?: RuleAcknowledgement[];
}

const DOCUMENT_KIND = object<ConfigurationDocument>(
  'a ConfigurationDocument',
  ['xml', '_check', '_checkUsers', '_describe'],
  'write ConfigurationDocument.fromXml(text), or ConfigurationDocument.fromFile(path)',
);

const KINDS: Kinds<BrokerConfigurationProps> = {
  ...META_KINDS,
  name: text,
  namePrefix: text,
  engineVersion: ENGINE_VERSION_KIND,
  document: DOCUMENT_KIND,
  description: text,
  authenticationStrategy: choice<AuthenticationStrategy>(),
  tags: textMap,
  acknowledge: ACKNOWLEDGE_KIND,
};

const EXISTING_KINDS: Kinds<BrokerConfigurationAttributes> = {
  configurationId: text,
  revision: required(number, 'give the number of the revision that the broker runs with'),
  engineVersion: ENGINE_VERSION_KIND,
  authenticationStrategy: choice<AuthenticationStrategy>(),
};

/**
 * A configuration: an ActiveMQ document with a revision for each change. Several brokers of one engine version can share
 * it. Each of them gets the latest revision with its next reboot.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-configuration-parameters.html
 */
export class BrokerConfiguration extends Construct implements IBrokerConfiguration {
  /**
   * A configuration that exists, by id and revision.
   *
   * @throws RuleViolationError if an attribute has another type
   */
  static fromAttributes(scope: Construct, id: string, attributes: BrokerConfigurationAttributes): IBrokerConfiguration {
    return new ExistingConfiguration(scope, id, attributes);
  }

  readonly configurationId: string;

  /** Number of the latest revision: known after an apply that changes the document. */
  readonly revision: number;

  readonly engineVersion?: EngineVersion;
  readonly authenticationStrategy?: AuthenticationStrategy;

  /** The Terraform resource, for arguments that this construct does not offer. */
  readonly resource: MqConfiguration;

  readonly #acknowledge: RuleAcknowledgement[];
  #document: ConfigurationDocument;

  /**
   * @throws RuleViolationError if Amazon MQ would reject the name or the engine version, or reject or drop a part of the
   * document
   */
  constructor(scope: Construct, id: string, props: BrokerConfigurationProps = {}) {
    super(scope, id);
    const taken = takeProps(this, KINDS, props);
    const { name, engineVersion = DEFAULT_ENGINE_VERSION, document = ConfigurationDocument.durable(), tags } = taken;
    const { authenticationStrategy = AuthenticationStrategy.SIMPLE, acknowledge } = taken;
    const version = asText(engineVersion.version);
    const { namePrefix = this.#defaultPrefix(version) } = taken;
    const naming = name === undefined ? { namePrefix } : { name };
    const named = { construct: this, provider: taken.provider };
    const rejections = rejectionsOf(CONFIGURATION_REJECTIONS, 'ActiveMQ');
    checkRules(
      this,
      rejections,
      {
        engine: 'ActiveMQ',
        ...omitUnresolved(naming),
        ...factsOf({ engineVersion: version, authenticationStrategy, tags }),
        namesake: namesakeOf('configuration', omitUnresolved(name), named),
      },
      acknowledge,
    );
    this.engineVersion = engineVersion;
    this.authenticationStrategy = authenticationStrategy;
    this.#acknowledge = acknowledge ?? [];
    this.#document = document;
    const findings = this.#findings().map((finding) => document._describe(finding));
    reportFindings(this, findings, acknowledge);

    this.resource = new MqConfiguration(this, 'Default', {
      ...metaArguments(this, taken),
      ...literal({ description: taken.description, engineVersion: version, authenticationStrategy, tags }),
      name: literal(name) ?? uniqueName(namePrefix),
      engineType: 'ActiveMQ',
      data: terraformString(document.xml),
      // The broker moves to the new configuration before the old one goes.
      lifecycle: { createBeforeDestroy: true, ignoreChanges: name === undefined ? ['name'] : undefined },
    });
    registerName('configuration', omitUnresolved(name), named);
    checkAgainAtSynth(
      this,
      rejections,
      () => {
        const facts = configurationFactsOf(writtenArguments(this.resource));
        return { ...facts, namesake: namesakeOf('configuration', facts.name ?? undefined, named) };
      },
      acknowledge,
    );
    checkFindingsAtSynth(this, () => this.#writtenFindings(), acknowledge);
    this.configurationId = attribute(this.resource, 'id');
    this.revision = numberAttribute(this.resource, 'latest_revision');
  }

  /** The document, with what networks of brokers and moves add to it. */
  get document(): ConfigurationDocument | undefined {
    return this.#document;
  }

  /** ARN of the configuration. */
  get configurationArn(): string {
    return this.resource.arn;
  }

  /**
   * Writes a `moved` block for the configuration, so that Terraform moves it instead of replacing it.
   *
   * @param previous id of this construct before you renamed it, or its path below the stack: `shop/configuration`
   */
  moveFrom(previous: string): void {
    moveFrom(this, previous);
  }

  /** @internal */
  _change(change: (broker: Element) => void): void {
    const before = new Set(this.#findings().map(identityOf));
    const document = this.#document._changed(change);
    this.#document = document;
    this.resource.data = terraformString(document.xml);
    const findings = this.#findings().filter((finding) => !before.has(identityOf(finding)));
    reportFindings(
      this,
      findings.map((finding) => document._describe(finding)),
      this.#acknowledge,
    );
  }

  /** What is wrong with a document that an Aspect or override wrote. */
  #writtenFindings(): FindingMessage[] {
    const data = textOf(writtenArguments(this.resource), 'data') ?? undefined;
    if (data === undefined || data === this.#document.xml) return [];
    try {
      const document = ConfigurationDocument.fromXml(data);
      return this.#findings(document).map((finding) => document._describe(finding));
    } catch (error) {
      if (!(error instanceof DocumentSyntaxError)) throw error;
      const { code, message } = error;
      return [{ code, severity: 'error', message: `[${code}] data: ${message}` }];
    }
  }

  #findings(document = this.#document): DocumentFinding[] {
    const engineVersion = asText(this.engineVersion!.version);
    if (isUnknown(engineVersion)) return [];
    return document._check({
      engineVersion,
      authenticationStrategy: `${this.authenticationStrategy!}`,
      users: 'checked-later',
    });
  }

  #defaultPrefix(version: string): string {
    const path = this.node.path.replaceAll(/[^0-9A-Za-z._~-]/g, '-').slice(0, LIMITS.configurationName.max / 2);
    return `${path}-${version}-`;
  }
}

/** What a finding says, wherever in the text: a changed document was read from none. */
function identityOf(finding: DocumentFinding): string {
  const { code, path, message } = finding;
  return `${code} ${path} ${shown(message)}`;
}

class ExistingConfiguration extends Construct implements IBrokerConfiguration {
  readonly configurationId: string;
  readonly revision: number;
  readonly engineVersion?: EngineVersion;
  readonly authenticationStrategy?: AuthenticationStrategy;

  constructor(scope: Construct, id: string, attributes: BrokerConfigurationAttributes) {
    super(scope, id);
    const taken = takeProps(this, EXISTING_KINDS, attributes);
    this.configurationId = taken.configurationId;
    this.revision = taken.revision;
    this.engineVersion = taken.engineVersion;
    this.authenticationStrategy = taken.authenticationStrategy;
  }
}
