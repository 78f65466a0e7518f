import { Module } from '@nestjs/common';
import { ComingRecords } from './coming-records.service.js';
import { MatchingRecordsRepository } from './matching-records.repository.js';
import { MatchingRecordsService } from './matching-records.service.js';

@Module({
  providers: [ComingRecords, MatchingRecordsRepository, MatchingRecordsService],
  exports: [ComingRecords, MatchingRecordsService],
})
export class MatchingModule {}
