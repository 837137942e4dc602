import { formatTime } from '../credential/credential.ts';
import { quoteForeignText } from '../credential/masking.ts';
import type { Certificate, Inspection } from '../ports/http.ts';
import type { DoctorFinding } from './finding.ts';
import { info, ok, warn } from './finding.ts';

export interface WayFacts {
  readonly inspection: Inspection;
  readonly secure: boolean;
  /** `Date` of the first answer and this machine's time when it came, in milliseconds since the epoch. */
  readonly dates: { readonly server: number; readonly local: number } | undefined;
  /** This machine's time. */
  readonly now: number;
  readonly hasAllProxy: boolean;
  /** Value of `NODE_EXTRA_CA_CERTS`. */
  readonly extraFile: string;
}

/** Seconds that the clocks may differ: signed tokens and certificates tolerate no more. */
const SKEW_LIMIT = 60;

/** What was seen on the way to the registry. What is wrong with it, the conversation's verdict says. */
export function judgeWay(facts: WayFacts): readonly DoctorFinding[] {
  const { inspection, secure } = facts;
  return [
    ...judgeProxy(facts),
    ...judgeLookup(inspection),
    ...(inspection.remote === undefined ? [] : [ok('network', `a connection was made to ${inspection.remote}`)]),
    ...(secure ? judgeTls(facts) : [info('tls', 'plain http: allowed because this is a loopback port without TLS')]),
    ...judgeClock(facts),
  ];
}

function judgeProxy({ inspection: { proxy }, hasAllProxy }: WayFacts): readonly DoctorFinding[] {
  if (proxy === undefined) return [];
  const found =
    'none' in proxy
      ? info('proxy', `no proxy is used: ${quoteForeignText(proxy.none, [])}`)
      : info(
          'proxy',
          `${proxy.address} is used, from ${proxy.variable}${proxy.hasCredential ? ', with a credential (not shown)' : ''}`,
        );
  const remedy = 'Set HTTPS_PROXY instead.';
  return hasAllProxy && 'none' in proxy
    ? [found, info('proxy', 'ALL_PROXY is set, which neither docker nor dcr-login reads', remedy)]
    : [found];
}

function judgeLookup({ addresses, proxy }: Inspection): readonly DoctorFinding[] {
  if (addresses.length === 0) return [];
  const what = proxy === undefined || 'none' in proxy ? 'the host has' : 'the proxy has';
  return [ok('dns', `${what} the ${addresses.length === 1 ? 'address' : 'addresses'} ${addresses.join(', ')}`)];
}

function judgeTls({ inspection: { tls, files, builtInRoots }, now, extraFile }: WayFacts): readonly DoctorFinding[] {
  if (tls === undefined) return [];
  const trusted =
    tls.problem === undefined
      ? [ok('tls', `${tls.protocol}, and the certificate is trusted`)]
      : [info('tls', `${tls.protocol}, and OpenSSL says of the certificate: ${tls.problem}`)];
  const roots = [...(builtInRoots ? ["node's own"] : []), ...files];
  const ignored =
    extraFile === '' || files.includes(extraFile)
      ? []
      : [
          warn('tls', `NODE_EXTRA_CA_CERTS names ${extraFile}, which holds no certificate that node could read`, {
            remedy: 'Point it to a PEM file, or unset it.',
          }),
        ];
  return [
    ...trusted,
    ...tls.chain.map((certificate, i) => info('tls', `certificate ${i + 1}: ${describeCertificate(certificate, now)}`)),
    info('tls', `certificate authorities: ${roots.join(', ')}`),
    ...ignored,
  ];
}

function describeCertificate({ subject, issuer, names, validFrom, validTo }: Certificate, now: number): string {
  const state = now < validFrom ? ' (not yet valid)' : now > validTo ? ' (expired)' : '';
  const valid = `valid ${formatTime(validFrom)} to ${formatTime(validTo)}${state}`;
  const shown = names === '' ? '' : `, for ${quoteForeignText(names, [])}`;
  return `${quoteForeignText(subject, [])}${shown}, issued by ${quoteForeignText(issuer, [])}, ${valid}`;
}

/** What to do about a certificate that is not trusted, where the chain tells more than the code's own remedy. */
export function adviseTrust({ tls }: Inspection, now: number): string | undefined {
  const [own] = tls?.chain ?? [];
  const last = tls?.chain.at(-1);
  if (tls?.problem === undefined || own === undefined || last === undefined) return undefined;
  if (now < own.validFrom) return `Set the clock of this machine: it says ${formatTime(now)}.`;
  if (now > own.validTo)
    return `The certificate ended at ${formatTime(own.validTo)}: whoever runs the host must renew it. This machine's clock says ${formatTime(now)}.`;
  if (/ALTNAME/u.test(tls.problem))
    return 'Use the host name that the certificate is for, or have it issued for this one.';
  const name = quoteForeignText(last.issuer, []);
  return `If you know "${name}", put its certificate into a file and point SSL_CERT_FILE to it, or into /etc/docker/certs.d/HOST/ca.crt for docker as well. If not, do not send the credential: somebody may stand in between.`;
}

function judgeClock({ dates }: WayFacts): readonly DoctorFinding[] {
  if (dates === undefined) return [];
  const seconds = Math.round((dates.local - dates.server) / 1000);
  const size = Math.abs(seconds);
  if (size <= SKEW_LIMIT) return [ok('clock', 'this machine and the registry agree about the time')];
  const message = `this machine's clock is ${size} s ${seconds > 0 ? 'ahead of' : 'behind'} the registry's`;
  return [warn('clock', message, { remedy: 'Set the clock (NTP): tokens and certificates are refused by time.' })];
}
