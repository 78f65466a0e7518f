/** Which addresses may be called in the name of a person who typed one. Pure; `./guard` holds a connection to it. */
export { isAddress, isPublicAddress } from './public-address.js';
export { isListed, parseHostList, type HostList } from './host-list.js';
