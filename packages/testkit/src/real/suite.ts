import { describe, it } from '@jest/globals';
import { findPart } from './part.ts';
import type { PartName } from './part.ts';

export type SuitePlan =
  | { readonly kind: 'run' }
  /** Parts are missing where they must not be. */
  | { readonly kind: 'fail'; readonly reasons: readonly string[] }
  | { readonly kind: 'skip'; readonly title: string };

/** Decides about a suite from the reasons why parts of it are missing. */
export function planSuite(options: { title: string; missing: readonly string[]; required: boolean }): SuitePlan {
  const { title, missing, required } = options;
  if (missing.length === 0) return { kind: 'run' };
  return required
    ? { kind: 'fail', reasons: missing }
    : { kind: 'skip', title: `${title} (skipped: ${missing.join('; ')})` };
}

/**
 * `describe` for tests that start real parts. Where one is missing the suite is skipped and its title says why;
 * with `DCR_REQUIRE_REAL=1` it fails instead, so that CI can never pass by starting nothing.
 */
export function describeReal(parts: readonly PartName[], title: string, body: () => void): void {
  const missing = parts.map((part) => findPart(part)).flatMap((found) => ('missing' in found ? [found.missing] : []));
  const plan = planSuite({ title, missing, required: process.env['DCR_REQUIRE_REAL'] === '1' });
  if (plan.kind === 'run') describe(title, body);
  else if (plan.kind === 'skip') describe.skip(plan.title, body);
  else
    describe(title, () => {
      it.each(plan.reasons)('has its real parts: %s', (reason) => {
        throw new Error(reason);
      });
    });
}
