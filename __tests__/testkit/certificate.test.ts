import { X509Certificate } from 'node:crypto';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createSelfSignedCertificate } from '@nexqloud/dcr-testkit';

describe('a self-signed certificate', () => {
  it('is read by others as what it says', () => {
    const { key, certificate, der } = createSelfSignedCertificate({ commonName: 'issuer', addresses: ['127.0.0.1'] });
    const read = new X509Certificate(certificate);
    expect(read.subject).toBe('CN=issuer');
    expect(read.subjectAltName).toBe('IP Address:127.0.0.1');
    expect(read.ca).toBe(true);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkPrivateKey(key)).toBe(true);
    expect(read.raw.equals(der)).toBe(true);
    const now = Date.now();
    expect(Date.parse(read.validFrom)).toBeLessThan(now);
    expect(Date.parse(read.validTo)).toBeGreaterThan(now);
  });

  it('has the names and the time that it is given', () => {
    const valid = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2021-01-01T00:00:00Z') };
    const { certificate } = createSelfSignedCertificate({ commonName: 'x', names: ['*.acme.example'], valid });
    const read = new X509Certificate(certificate);
    expect(read.subjectAltName).toBe('DNS:*.acme.example');
    expect(read.checkHost('registry.acme.example')).toBeDefined();
    expect(read.checkHost('acme.example')).toBeUndefined();
    expect([Date.parse(read.validFrom), Date.parse(read.validTo)]).toEqual([Number(valid.from), Number(valid.until)]);
  });

  it('serves https to those who trust it and to nobody else', async () => {
    const { key, certificate } = createSelfSignedCertificate({ commonName: 'server', addresses: ['127.0.0.1'] });
    const pem = key.export({ type: 'pkcs8', format: 'pem' });
    const server = createServer({ key: pem, cert: certificate }, (_, response) => response.end());
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const ask = (ca: string | undefined) =>
      new Promise((resolve) => {
        const { port } = server.address() as AddressInfo;
        const request = get({ host: '127.0.0.1', port, ca, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      });
    try {
      expect(await ask(certificate)).toBe(200);
      expect(await ask(undefined)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
