export { dkimKeyOf, dkimRecordOf, type DkimKey } from './dkim-key.js';
export { signDkim } from './sign.js';
export { signingTransport } from './signing-transport.js';
