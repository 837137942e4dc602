import type { World } from './world.ts';

/** On GitHub's runners a log is masked by what stands on a line of its own; standard error is read for it as well. */
export function maskForRunner(forms: readonly string[], { ports, say }: World): void {
  if (ports.environment.variables['GITHUB_ACTIONS'] !== 'true') return;
  for (const form of forms) {
    say(`::add-mask::${form.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
  }
}
