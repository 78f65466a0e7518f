import { randomUUID } from 'node:crypto';
import type { PrismaClient } from './generated/client.js';

/** A studio with one brand and one client. */
export async function makeStudio(prisma: PrismaClient, name: string) {
  const studio = await prisma.studio.create({ data: { slug: `${name}-${randomUUID()}`, name } });
  const brand = await prisma.brand.create({
    data: {
      studioId: studio.id,
      name,
      slug: name,
      isDefault: true,
      zone: 'Europe/Berlin',
      locale: 'en-GB',
      currency: 'EUR',
    },
  });
  const client = await prisma.client.create({
    data: { studioId: studio.id, brandId: brand.id, firstName: name, email: `${name}@example.test` },
  });
  return { studio, brand, client };
}
