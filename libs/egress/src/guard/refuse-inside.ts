import type { Socket } from 'node:net';
import { isPublicAddress } from '../public-address.js';
import { AddressRefused } from './address-refused.js';

/** A host that is written as an address is not looked up: whom the socket has reached is looked at before anything is written. */
export const refuseInside = (socket: Socket, refuse: (error: AddressRefused) => void): void =>
  void socket.once('connect', () => {
    const { remoteAddress = '' } = socket;
    if (!isPublicAddress(remoteAddress)) refuse(new AddressRefused(remoteAddress));
  });
