import { setDeadline } from '../deadline.ts';
import { toDcrError, DcrError } from '../errors.ts';
import type { KubernetesWork } from './api.ts';
import { releaseLease, renewLease, takeLease } from './lease.ts';
import type { LeasePlace, TakenLease } from './lease.ts';
import type { LeaseObject } from './lease-state.ts';
import { LEASE } from './lease-state.ts';

/** After a renewal that did not come through. Milliseconds. */
const RETRY = 2000;
/** A Lease that cannot be released runs out by itself. Milliseconds. */
const RELEASE_LIMIT = 5000;

export interface HeldLease {
  /** Aborts, with a `DCR_LOCKED` as its reason, when somebody else has it or may have it soon. */
  readonly lost: AbortSignal;
  /** Stops renewing and leaves it free. Never throws. */
  release(): Promise<void>;
}

/** Takes the Lease and renews it until it is released. Throws what `takeLease` throws. */
export async function holdLease(place: LeasePlace, work: KubernetesWork): Promise<HeldLease> {
  const taken = await takeLease(place, work);
  // What is asked from now on is not for whoever interrupts the run: the write in hand still needs the lock.
  const stop = new AbortController();
  const lost = new AbortController();
  const keeper = new Keeper(place, { ...work, signal: stop.signal }, taken);
  const kept = keeper.keep().then((why) => {
    if (why !== undefined) lost.abort(describeLoss(place, why));
  });
  return {
    lost: lost.signal,
    async release() {
      stop.abort();
      await kept;
      await release(place, keeper.held, work);
    },
  };
}

class Keeper {
  readonly #place: LeasePlace;
  readonly #work: KubernetesWork;
  /** When the last request that renewed it was begun. */
  #renewedAt: number;
  held: LeaseObject;

  constructor(place: LeasePlace, work: KubernetesWork, { held, at }: TakenLease) {
    this.#place = place;
    this.#work = work;
    this.#renewedAt = at;
    this.held = held;
  }

  /** Renews until it is told to stop, and gives undefined then; else why the Lease is lost. */
  async keep(): Promise<string | undefined> {
    const { clock, signal } = this.#work;
    let pause: number = LEASE.gap;
    while (!signal.aborted) {
      await clock.sleep(Math.min(pause, this.#left()), signal);
      if (signal.aborted) break;
      const failure = await this.#renew();
      if (signal.aborted) break;
      if (failure === 'taken') return 'somebody else has it';
      if (failure !== undefined && this.#left() <= 0) return `it could not be renewed: ${failure.message}`;
      pause = failure === undefined ? LEASE.gap : RETRY;
    }
    return undefined;
  }

  #left(): number {
    return Math.max(0, this.#renewedAt + LEASE.limit - this.#work.clock.now());
  }

  async #renew(): Promise<DcrError | 'taken' | undefined> {
    const { clock } = this.#work;
    const begun = clock.now();
    const bound = setDeadline(this.#left(), clock, this.#work.signal);
    try {
      const renewed = await renewLease(this.#place, this.held, { ...this.#work, signal: bound.signal });
      if (renewed === undefined) return 'taken';
      this.held = renewed;
      this.#renewedAt = begun;
      return undefined;
    } catch (error) {
      return toDcrError(error);
    } finally {
      bound.end();
    }
  }
}

async function release(place: LeasePlace, held: LeaseObject, work: KubernetesWork): Promise<void> {
  const bound = setDeadline(RELEASE_LIMIT, work.clock);
  try {
    await releaseLease(place, held, { ...work, signal: bound.signal });
  } catch {
    // The rotation is over, and its result is not changed by a Lease that others have to watch until its end.
  } finally {
    bound.end();
  }
}

function describeLoss({ namespace, name }: LeasePlace, why: string): DcrError {
  const message = `the lock of this rotation, lease ${name} in namespace ${namespace}, was lost: ${why}`;
  return new DcrError('DCR_LOCKED', {
    message,
    remedy: 'Find out who else rotates this credential, then run it again.',
  });
}
