import { joinSentences, type Phrase, phrase } from '../../util/phrase';
import { type Move } from './moves';

/** One line for each `moved` block. */
export function moveLines({ blocks }: Move): Phrase[] {
  return blocks.map(({ from, to }) => phrase`moved from ${from} to ${to}`);
}

/** How to keep a broker that has a new address. */
export function moveText({ to, blocks, stillReplaces, constructId, unmatched, isCut }: Move): Phrase {
  const add =
    blocks.length === 1
      ? phrase`add a ${'moved'} block`
      : phrase`add a ${'moved'} block for each line below, all in one apply,`;
  const first =
    constructId === undefined ? add : phrase`call ${`moveFrom('${constructId}')`} on the construct, or ${add}`;
  return joinSentences([
    phrase`${to} is created with the same name. If it is the same broker, ${first} and plan again: the broker must then be neither deleted nor replaced.`,
    isCut
      ? phrase`So many brokers move that only the block of this one is written: add those of what belongs to it.`
      : [],
    unmatched > 0 ? phrase`For ${unmatched} more deleted resources no new address was found.` : [],
    stillReplaces.length > 0
      ? phrase`A move alone does not keep the broker, because ${stillReplaces[0]} changes as well: leave it as it is.`
      : [],
  ]);
}
