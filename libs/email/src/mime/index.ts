/** RFC 5322, 2045 to 2049, 2231: a mail's octets taken apart, within bounds. Pure: octets in, values out. */
export * from './charset.js';
export * from './encoded-words.js';
export * from './header-fields.js';
export * from './mime-tree.js';
export * from './parameters.js';
export * from './transfer-encoding.js';
