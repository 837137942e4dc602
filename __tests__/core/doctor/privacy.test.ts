import { describe, expect, it } from '@jest/globals';
import { hideHome, shortenUser } from '../../../packages/core/lib/doctor/privacy.js';

describe('the home directory', () => {
  it.each<[string, string, string]>([
    ['/home/alice', '/home/alice/.docker/config.json', '~/.docker/config.json'],
    ['/home/alice', 'a file /home/alice and /home/alice/x', 'a file ~ and ~/x'],
    ['/home/alice', '/home/alice2/x and /home/alice.old', '/home/alice2/x and /home/alice.old'],
    ['/home/a-b.c', '/home/a-b.c/x and /home/a-bxc/x', '~/x and /home/a-bxc/x'],
    ['/root', '(/root/ca.pem)', '(~/ca.pem)'],
    ['C:\\Users\\Al', 'C:\\Users\\Al\\.docker', '~\\.docker'],
    ['/', '/etc/x', '/etc/x'],
    ['', '/etc/x', '/etc/x'],
  ])('%s is hidden in %s', (home, text, shown) => {
    expect(hideHome(text, { home })).toBe(shown);
  });
});

it("somebody else's user name is shortened, and a token is called one", () => {
  expect(['alice', '<token>', '', 'ümit'].map((name) => shortenUser(name))).toEqual(['a…', 'a token', '…', 'ü…']);
});
