import { Injectable } from '@nestjs/common';
import { id } from '@cueline/contracts';
import { StudioDatabase } from '../database/studio-database.js';

/** Which studio a person who has signed in works in. */
@Injectable()
export class MembershipRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The membership in the studio asked for, else the first. */
  async membership(userId: string, studioId: string | undefined) {
    if (studioId !== undefined && !id.safeParse(studioId).success) return null;
    return this.database.database.prisma.member.findFirst({
      where: { userId, studioId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
  }
}
