import { randomUUID, sign } from 'node:crypto';
import { createSelfSignedCertificate } from './certificate.ts';
import type { Scope } from './scope.ts';

export interface TokenIssuer {
  /** What the registry must trust, as PEM. */
  readonly certificate: string;
  /** A signed token for `service`: https://distribution.github.io/distribution/spec/auth/jwt/ */
  issue(options: { subject: string; service: string; access: readonly Scope[]; lifetime: number }): IssuedToken;
}

export interface IssuedToken {
  readonly token: string;
  /** RFC 3339. */
  readonly issuedAt: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export function createTokenIssuer(name: string): TokenIssuer {
  const { key, der, certificate } = createSelfSignedCertificate({ commonName: name });
  // docker-registry 2.8 finds the key in the token itself and trusts it by the certificate.
  const header = encodePart({ typ: 'JWT', alg: 'ES256', x5c: [der.toString('base64')] });
  return {
    certificate,
    issue: ({ subject, service, access, lifetime }) => {
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, nbf: now - 10, exp: now + lifetime };
      const claims = { iss: name, sub: subject, aud: service, ...times, jti: randomUUID(), access };
      const signed = `${header}.${encodePart(claims)}`;
      const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
      return {
        token: `${signed}.${signature.toString('base64url')}`,
        issuedAt: new Date(now * 1000).toISOString(),
        expiresIn: lifetime,
      };
    },
  };
}

function encodePart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
