import { Injectable } from '@nestjs/common';
import type { studio } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/database/studio-database.js';

const select = {
  id: true,
  name: true,
  mailsPerContactAndDay: true,
  firstContactsPerHour: true,
  askHeldAfterHours: true,
  skipHeldAfterHours: true,
} as const;

@Injectable()
export class StudioRepository {
  constructor(private readonly database: StudioDatabase) {}

  get(id: string): Promise<studio.StudioView> {
    return this.database.database.prisma.studio.findUniqueOrThrow({ where: { id }, select });
  }

  update(id: string, data: studio.StudioPatch): Promise<studio.StudioView> {
    return this.database.database.prisma.studio.update({ where: { id }, data, select });
  }
}
