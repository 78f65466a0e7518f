/** @jest-environment @happy-dom/jest-environment */
import { describe, expect, it } from '@jest/globals';
import { emailOnPage } from './email-on-page.js';

const id = '01890000-0000-7000-8000-000000000001';
const image = (src: string) => `<p><img src="${src}" alt="A hill"></p>`;

describe('an email on a page', () => {
  it.each([`https://cueline.example/api/v1/files/${id}`, `http://127.0.0.1:4400/api/v1/files/${id}`])(
    'loads an uploaded image from here: %s',
    (address) =>
      expect(emailOnPage(image(address))).toEqual({
        html: image(`/api/v1/files/${id}`),
        hasOtherImages: false,
      }),
  );

  it.each([
    ['https://pictures.example/hill.png', true],
    [`https://pictures.example/api/v1/files/hill.png`, true],
    ['data:image/png;base64,AAAA', false],
    ['cid:hill', false],
    ['', false],
    ['https://[', false],
  ])('says whether an image is elsewhere: %s', (address, isElsewhere) =>
    expect(emailOnPage(image(address))).toEqual({ html: image(address), hasOtherImages: isElsewhere }),
  );
});
