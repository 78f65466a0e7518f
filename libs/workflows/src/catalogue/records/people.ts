import { record } from '../field.js';

export const client = record('client', 'Client', {
  firstName: ['text', 'First name', 'Mara'],
  lastName: ['text', 'Last name', 'Lindqvist', { empty: true }],
  fullName: ['text', 'Full name', 'Mara Lindqvist'],
  email: ['text', 'Email address', 'mara@example.test', { empty: true }],
  phone: ['text', 'Phone', '+46 8 123 456', { empty: true }],
  company: ['text', 'Company', 'Lindqvist & Co', { empty: true }],
  tags: ['list', 'Tags', ['returning']],
  createdAt: ['instant', 'Client since', '2026-03-02T09:15:00.000Z'],
});

export const staff = record('staff', 'Staff member', {
  firstName: ['text', 'First name', 'Jo'],
  lastName: ['text', 'Last name', 'Albers', { empty: true }],
  fullName: ['text', 'Full name', 'Jo Albers'],
  email: ['text', 'Email address', 'jo@example.test', { empty: true }],
  position: ['text', 'Position', 'Second photographer', { empty: true }],
});

export const studio = record('studio', 'Studio', {
  name: ['text', 'Studio name', 'Sunday Studio'],
});

export const brand = record('brand', 'Brand', {
  name: ['text', 'Brand name', 'Sunday Weddings'],
  zone: ['text', 'Time zone', 'Europe/Berlin'],
  currency: ['text', 'Currency', 'EUR'],
});
