import { DcrError } from '../errors.ts';

/**
 * As a secret or a namespace can be called: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * Throws `DCR_INPUT_INVALID`.
 */
export function checkName(name: string, what: string): string {
  if (name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/u.test(name))
    return name;
  throw new DcrError('DCR_INPUT_INVALID', {
    message: `${what} cannot be "${name}"`,
    remedy: 'Names are lower-case letters, digits, hyphens and dots.',
  });
}
