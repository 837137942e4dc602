import { describe, expect, it } from '@jest/globals';
import { parseConfigFile } from '../../../../packages/core/lib/login/store/config-file.js';
import { findShapeFault } from '../../../../packages/core/lib/login/store/config-shape.js';

const judge = (text: string) => findShapeFault(parseConfigFile(text, 'config.json'));

// Each line was tried with docker 28.2, `docker context ls`; more of them are in __tests__/real/attacks.test.ts.
describe('a config.json', () => {
  it.each([
    '{"proxies":{"default":{"enabled":true,"httpProxy":"http://proxy.example"}}}',
    '{"proxies":{"default":{"HTTPPROXY":null}}}',
    '{"auths":{"h":{"EMAIL":"x","auth":"YTpi","Auth":null,"other":5}}}',
    '{"auths":{"h":{"auth":"!!","Auth":"YTpi"}}}',
    '{"CURRENTCONTEXT":null,"httpheaders":{"a":"b"},"features":{"buildkit":"true"},"pruneFilters":["a"],"mine":5}',
  ])('%s is taken by docker', (text) => {
    expect(judge(text)).toBeUndefined();
  });

  it.each([
    ['{"proxies":{"default":{"noProxy":["a"]}}}', 'proxies'],
    ['{"proxies":{"default":{"NOPROXY":["a"]}}}', 'proxies'],
    ['{"proxies":{"default":{"ftpProxy":1}}}', 'proxies'],
    ['{"proxies":{"default":{"allproxy":1}}}', 'proxies'],
    ['{"proxies":{"default":"http://proxy.example"}}', 'proxies'],
    ['{"PROXIES":{"default":{"noproxy":["a"]}}}', 'PROXIES'],
    ['{"httpheaders":{"a":1}}', 'httpheaders'],
    ['{"HttpHeaders":null,"httpheaders":{"a":1}}', 'httpheaders'],
    ['{"currentcontext":1}', 'currentcontext'],
    ['{"psFormat":5}', 'psFormat'],
    ['{"features":{"buildkit":true}}', 'features'],
    ['{"plugins":{"a":{"b":1}}}', 'plugins'],
    ['{"pruneFilters":"a"}', 'pruneFilters'],
    ['{"auths":{"h":{"Auth":5}}}', 'auths'],
    ['{"auths":{"h":{"auth":5,"Auth":"YTpi"}}}', 'auths'],
    ['{"auths":{"h":{"email":5}}}', 'auths'],
    ['{"auths":{"h":{"ServerAddress":5}}}', 'auths'],
    ['{"auths":{"h":{"Auth":"bm9jb2xvbg=="}}}', 'entry 1 of auths'],
  ])('%s is refused whole, because of %s', (text, what) => {
    expect(judge(text)).toContain(what);
  });
});
