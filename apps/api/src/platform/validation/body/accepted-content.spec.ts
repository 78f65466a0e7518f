import { expect, it } from '@jest/globals';
import { contentRefusal } from './accepted-content.js';

it.each([
  'application/json',
  'Application/JSON',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
  'application/json; charset=us-ascii; x=y',
  'text/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json; charset=UTF-8',
  'application/merge-patch+json',
])('%s is read', (type) => {
  expect(contentRefusal(type)).toBeUndefined();
});

it.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['application/x-www-form-urlencoded', 'x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x', 'multipart/form-data'],
  ['text/plain', 'text/plain'],
  ['text/plain; application/json', 'text/plain'],
  ['text/html', 'text/html'],
  ['application/xml', 'application/xml'],
  ['application/jsonp', 'application/jsonp'],
  ['application/json, text/plain', 'application/json, text/plain'],
  ['json', 'json'],
  ['application/json; charset=latin1', 'latin1'],
  ['application/json; charset=utf-16', 'utf-16'],
  ['application/json; charset=', 'unnamed'],
  ['application/cloudevents+json; charset=iso-8859-1', 'iso-8859-1'],
])('%s is not', (type, named) => {
  expect(contentRefusal(type)).toContain(named);
});
