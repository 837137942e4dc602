import process from 'node:process';
import type { DOCTOR } from '@nexqloud/dcr-core/contract';
import type { DoctorFinding } from '@nexqloud/dcr-core/doctor';
import { collectCredential } from '../credentials.ts';
import { VERSION } from '../generated/version.ts';
import { maskForRunner } from '../masks.ts';
import type { Invocation } from '../program.ts';
import { paint } from '../render.ts';
import type { Outcome } from '../world.ts';

const COLOURS = { ok: 32, info: 36, warning: 33, error: 31 } as const;

export async function runDoctor({ words, options, world }: Invocation<typeof DOCTOR>): Promise<Outcome> {
  const { variables } = world.ports.environment;
  const registry = words[0] ?? variables['DCR_REGISTRY'];
  const credential = await collectCredential(options, world);
  // Only here: no other command has a use for it.
  const { diagnose } = await import('@nexqloud/dcr-core/doctor');
  const { reference, findings, error } = await diagnose(
    {
      credential,
      action: options.action,
      allowRealms: options['allow-realm'],
      retries: options.retries,
      timeout: options.timeout,
      signal: world.signal,
      versions: { 'dcr-login': VERSION, node: process.versions.node, system: `${process.platform} ${process.arch}` },
      mask: (forms) => maskForRunner(forms, world),
      ...(registry === undefined ? {} : { registry }),
      ...(options.repository === undefined ? {} : { repository: options.repository }),
      ...(options['state-dir'] === undefined ? {} : { stateDir: options['state-dir'] }),
    },
    world.ports,
  );
  const about =
    reference === undefined ? {} : { registry: reference.registry, host: reference.host, name: reference.name };
  const failure =
    error === undefined
      ? {}
      : {
          ok: false,
          error: { code: error.code, message: error.message, remedy: error.remedy, registry: reference?.registry },
        };
  return {
    json: { ...failure, ...about, findings },
    text: [...findings.map((finding) => describeFinding(finding)), summarise(findings, error?.code)],
    ...(error === undefined ? {} : { exit: error.exit }),
  };
}

/** One line, whatever it holds: it can be searched, counted and pasted. */
function describeFinding({ level, code, subject, message, remedy }: DoctorFinding): string {
  const what = `${paint(COLOURS[level], level.padEnd(7))} ${subject}: ${message}`;
  return [what, ...(code === undefined ? [] : [`[${code}]`]), ...(remedy === undefined ? [] : [`→ ${remedy}`])].join(
    ' ',
  );
}

function summarise(findings: readonly DoctorFinding[], code: string | undefined): string {
  const count = (level: DoctorFinding['level']): number => findings.filter((finding) => finding.level === level).length;
  const counted = `${count('error')} errors, ${count('warning')} warnings`;
  return code === undefined
    ? `dcr-login doctor: ${counted}`
    : `dcr-login doctor: ${counted}; the first error is ${code}`;
}
