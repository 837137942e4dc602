import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nexqloud/dcr-sandbox';
import { makeTemporaryDirectory, runCommand } from '@nexqloud/dcr-testkit';

const README = readFileSync('README.md', 'utf8');

/** The code blocks of one language, in the order of the page. */
function readBlocks(language: string): readonly string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gmsu'))].map((match) => match[1] ?? '');
}

describe('README.md', () => {
  it('shows on its first screen how to try it and how to test it', () => {
    const screen = README.split('\n').slice(0, 30).join('\n');
    expect(screen).toContain('uses: nexqloud/dcr-login@v1');
    expect(screen).toContain('node dist/cli/index.js demo');
    expect(screen).toContain('npm cit');
  });

  it('links to files that exist', () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/gu)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('has a library example that runs as it stands', async () => {
    const sandbox = await startSandbox();
    try {
      const [acme] = sandbox.registries;
      const [example] = readBlocks('ts');
      const directory = makeTemporaryDirectory();
      mkdirSync(join(directory, 'node_modules/@nexqloud'), { recursive: true });
      symlinkSync(resolve('packages/core'), join(directory, 'node_modules/@nexqloud/dcr-core'));
      const text = (example ?? '')
        .replace('dcr.nexqloud.io/acme', acme?.reference ?? '')
        .replace("username: 'ci'", `username: '${acme?.username}'`)
        // Where there is no docker, the example is the same with the other engine.
        .replace('isolate: true', "isolate: true, engine: 'file'");
      writeFileSync(join(directory, 'example.mjs'), text);
      const { exitCode, output } = await runCommand({
        path: process.execPath,
        arguments: [join(directory, 'example.mjs')],
        environment: { PATH: process.env['PATH'] ?? '', HOME: directory, DCR_PASSWORD: acme?.password ?? '' },
      });
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      expect(output).toContain('auth: true');
      expect(existsSync(join(directory, '.local/state/dcr-login/sessions'))).toBe(true);
    } finally {
      await sandbox.close();
    }
  });
});
