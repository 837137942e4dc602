import type { IssuerSettings } from '../config/rotate-shape.ts';
import type { BuildContext } from '../targets/build.ts';
import type { Issuer, IssuerType } from './issuer.ts';

type Settings<T extends IssuerType> = Extract<IssuerSettings, { type: T }>;
/** The console is a person, whom only the caller can ask: see `issuers/console.ts`. */
type Builders = {
  readonly [T in Exclude<IssuerType, 'console'>]: (settings: Settings<T>, context: BuildContext) => Promise<Issuer>;
};

const BUILDERS: Builders = {
  exec: async (settings, context) => {
    const { createExecIssuer } = await import('./exec/issuer.ts');
    return createExecIssuer(settings, context);
  },
  http: async (settings, { ports }) => {
    const { createHttpIssuer } = await import('./http/issuer.ts');
    return createHttpIssuer(settings, ports);
  },
  vault: async (settings, { ports }) => {
    const { createVaultIssuer } = await import('./vault/issuer.ts');
    return createVaultIssuer(settings, ports);
  },
};

/** Throws `DCR_CONFIG_INVALID`. */
export async function buildIssuer(
  settings: Exclude<IssuerSettings, { type: 'console' }>,
  context: BuildContext,
): Promise<Issuer> {
  const build = BUILDERS[settings.type] as (settings: IssuerSettings, context: BuildContext) => Promise<Issuer>;
  return build(settings, context);
}
