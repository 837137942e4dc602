'use strict';
// A name that belongs to nobody here, so that hosts other than loopback are reached, and reached on loopback.
const dns = require('node:dns');
const { lookup } = dns;
dns.lookup = (host, options, done) =>
  lookup(/(?:\.test|nexqloud\.io)$/u.test(host) ? '127.0.0.1' : host, options, done);
