import { toDcrError } from '../errors.ts';
import type { IssuedCredential } from '../issuers/issuer.ts';
import { DONE_STATES } from './law.ts';
import type { Past } from './past.ts';
import { isPair, keepUsername } from './past.ts';
import { runPool } from './pool.ts';
import { tryToProve } from './prove.ts';
import type { Run, TargetWork } from './run.ts';

/** Looks at every target that is not done. What refuses is kept: the plan says what it means. */
export async function inspectTargets(run: Run): Promise<void> {
  const { orders } = run;
  await runPool({
    items: run.targets.filter(({ state }) => !DONE_STATES.has(state) && state !== 'skipped'),
    target: ({ target }) => target,
    work: async (work) => {
      work.facts = await work.target.inspect(orders.signal).catch(toDcrError);
    },
    isStopped: () => orders.signal.aborted,
  });
  run.old = findOld(run);
  run.oldName = await findOldName(run);
}

/**
 * A file for one host may hold the login of another registry on it: only what opens this registry is ever ended. What the
 * caller named as the old one is taken at its word.
 */
async function findOldName(run: Run): Promise<string | null> {
  const { old, orders, job } = run;
  // A shard ends nothing; what it found out is for the run that does.
  if (old === undefined || job.issuer?.retire === undefined || orders.signal.aborted) return null;
  const isNamed = old === orders.old;
  return isNamed || (await tryToProve(run, old)) === undefined ? keepUsername(old) : null;
}

/**
 * The credential that is replaced: the one that was given as such, else what the first readable target holds. What a dead
 * run has stored already is not the old one.
 */
function findOld({ orders, past, shards, targets }: Run): IssuedCredential | undefined {
  const pasts = [past, ...shards].filter((one) => one !== undefined);
  const stored = targets.map(readStored).filter((one) => one !== undefined);
  const candidates = [...(orders.old === undefined ? [] : [orders.old]), ...stored].filter(
    (one) => !pasts.some((other) => isIssued(one, other)),
  );
  const marks = pasts.flatMap(({ old }) => (old.fingerprint === null ? [] : [old.fingerprint]));
  return candidates.find((one) => marks.length === 0 || marks.some((mark) => isPair(one, mark)));
}

function readStored({ facts }: TargetWork): IssuedCredential | undefined {
  return facts !== undefined && 'stored' in facts ? facts.stored : undefined;
}

function isIssued(pair: IssuedCredential, { generations }: Past): boolean {
  return generations.some(({ fingerprint }) => isPair(pair, fingerprint));
}
