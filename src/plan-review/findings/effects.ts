import { ownWords, type Phrase } from '../../util/phrase';

/** What the review knows of an effect. */
interface EffectFacts {
  /** The effect as a title of one or two words. */
  readonly title: Phrase;
  /** What happened to the things that are counted: `2 brokers replaced`. */
  readonly done: Phrase;
  readonly meaning: string;
  /** How a reader is to take it: something is lost, something is touched, or all is well. */
  readonly weight: 'lost' | 'touched' | 'calm';
}

/** What a planned change does to a broker and its clients, the worst first. */
const EFFECT_TABLE = {
  replace: {
    title: ownWords('replace'),
    done: ownWords('replaced'),
    meaning: 'the broker is destroyed and created again: new id, new endpoints, and all messages are lost',
    weight: 'lost',
  },
  delete: {
    title: ownWords('delete'),
    done: ownWords('deleted'),
    meaning: 'the broker is destroyed, with its messages',
    weight: 'lost',
  },
  fails: {
    title: ownWords('fails'),
    done: ownWords('will fail'),
    meaning: 'AWS, the provider or Terraform rejects the apply; the remedy lists the steps that work',
    weight: 'lost',
  },
  'cut-off': {
    title: ownWords('cut off'),
    done: ownWords('cut off'),
    meaning: 'clients that could connect no longer can, or the broker can no longer work',
    weight: 'lost',
  },
  exposure: {
    title: ownWords('exposure'),
    done: ownWords('exposed'),
    meaning: 'someone can reach, read or do something that they could not before',
    weight: 'lost',
  },
  reboot: {
    title: ownWords('reboot'),
    done: ownWords('rebooted'),
    meaning: 'the broker reboots during the apply (`apply_immediately = true`)',
    weight: 'touched',
  },
  'no-effect': {
    title: ownWords('no effect'),
    done: ownWords('changed without effect'),
    meaning: 'every plan shows the change and no apply makes it (perpetual diff)',
    weight: 'touched',
  },
  unknown: {
    title: ownWords('unknown'),
    done: ownWords('unknown'),
    meaning: 'the plan has an argument, type or action that this version does not know',
    weight: 'touched',
  },
  pending: {
    title: ownWords('pending'),
    done: ownWords('pending'),
    meaning: 'the change waits for the next reboot, in the maintenance window; every plan until then shows it again',
    weight: 'touched',
  },
  'in-place': {
    title: ownWords('in place'),
    done: ownWords('changed in place'),
    meaning: 'the change is made while the broker runs, or recorded by Terraform alone',
    weight: 'calm',
  },
  create: {
    title: ownWords('create'),
    done: ownWords('created'),
    meaning: 'something new is created',
    weight: 'calm',
  },
} as const satisfies Readonly<Record<string, EffectFacts>>;

export type Effect = keyof typeof EFFECT_TABLE;

export const EFFECT_FACTS: Readonly<Record<Effect, EffectFacts>> = EFFECT_TABLE;

/** All effects, the worst first. */
export const EFFECTS = Object.keys(EFFECT_TABLE) as readonly Effect[];

export function isEffect(text: string): text is Effect {
  return (EFFECTS as readonly string[]).includes(text);
}

/** How bad an effect is: 0 is the worst. */
export function effectRank(effect: Effect): number {
  return EFFECTS.indexOf(effect);
}
