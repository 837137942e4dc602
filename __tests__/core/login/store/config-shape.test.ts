import { describe, expect, it } from '@jest/globals';
import { parseConfigFile } from '../../../../packages/core/lib/login/store/config-file.js';
import { findShapeFault } from '../../../../packages/core/lib/login/store/config-shape.js';

const judge = (text: string) => findShapeFault(parseConfigFile(text, 'config.json'));

// Each line was tried with docker 28.2, `docker context ls`; more of them are in __tests__/real/attacks.test.ts.
describe('a config.json', () => {
  it.each([
    '{"proxies":{"default":{"enabled":true,"httpProxy":"http://proxy.example"}}}',
    '{"proxies":{"default":{"HTTPPROXY":null}}}',
  ])('%s is taken by docker', (text) => {
    expect(judge(text)).toBeUndefined();
  });

  it.each([
    ['{"proxies":{"default":{"noProxy":["a"]}}}', 'proxies'],
    ['{"proxies":{"default":{"NOPROXY":["a"]}}}', 'proxies'],
    ['{"proxies":{"default":{"ftpProxy":1}}}', 'proxies'],
    ['{"proxies":{"default":{"allproxy":1}}}', 'proxies'],
    ['{"proxies":{"default":"http://proxy.example"}}', 'proxies'],
  ])('%s is refused whole, because of %s', (text, what) => {
    expect(judge(text)).toContain(what);
  });
});
