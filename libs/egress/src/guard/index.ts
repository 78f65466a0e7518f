export { AddressRefused } from './address-refused.js';
export { everyAddress, onlyPublic, type Lookup } from './lookup.js';
export { refuseInside } from './refuse-inside.js';
export { connectTo, type Destination } from './connect.js';
