import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { brands } from '@cueline/contracts';
import { TestApi, type TestTenant } from '@cueline/testkit/test-api';

let api: TestApi;
let studio: TestTenant;
let path: string;

beforeAll(async () => {
  api = await TestApi.open();
  studio = await api.studio();
  path = `/api/v1/brands/${studio.brandId}`;
});
afterAll(() => api.close());

const usual = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: [] };

describe('a brand', () => {
  it('is read by everybody in the studio, with the hours it keeps until it says others', async () => {
    const member = await studio.person('member');
    const { body } = await member.get<{ items: brands.Brand[] }>('/api/v1/brands');
    expect(body.items).toMatchObject([
      { id: studio.brandId, isDefault: true, zone: 'Europe/Berlin', businessHours: usual },
    ]);
    expect(await member.get(path)).toMatchObject({ status: 200, body: body.items[0] });
  });

  it('is changed by owners and admins, in what they say alone', async () => {
    const admin = await studio.person('admin');
    const businessHours = { from: '10:30', holidays: ['12-25'] };
    const style = { color: '#AA3300', signature: 'Jo\nSunday', businessHours };
    const changed = await admin.patch<brands.Brand>(path, style);
    expect(changed).toMatchObject({
      status: 200,
      body: { ...style, businessHours: { ...usual, ...businessHours }, zone: 'Europe/Berlin' },
    });
    const place = { zone: 'Pacific/Auckland', locale: 'en-NZ', currency: 'NZD' };
    expect((await admin.patch(path, place)).body).toEqual({ ...changed.body, ...place });
  });

  it('is not changed by members and keys', async () => {
    for (const other of [await studio.person('member'), await studio.key()])
      expect((await other.patch(path, { name: 'Mine' })).status).toBe(403);
  });

  it.each([
    ['color', 'red', '/color'],
    ['zone', '+02:00', '/zone'],
    ['currency', 'euro', '/currency'],
    ['businessHours', { weekdays: [] }, '/businessHours/weekdays'],
    ['businessHours', { from: '25:00' }, '/businessHours/from'],
    ['businessHours', { holidays: ['2027-02-30'] }, '/businessHours/holidays/0'],
    ['businessHours', null, '/businessHours'],
  ])('with %s %j is refused at its place', async (field, value, pointer) => {
    const owner = await studio.person('owner');
    const before = await owner.get(path);
    expect(await owner.patch(path, { [field]: value })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, detail: expect.stringMatching(/\S.*\.$/) }] },
    });
    expect(await owner.get(path)).toMatchObject({ body: before.body as object });
  });
});
