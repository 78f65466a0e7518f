import { Module } from '@nestjs/common';
import { BrandsModule } from '../brands/brands.module.js';
import { FilesModule } from '../files/files.module.js';
import { PreviewFactsRepository } from './preview-facts.repository.js';
import { TemplateChecks } from './template-checks.service.js';
import { TemplatePreviewsService } from './template-previews.service.js';
import { TemplateTestsController } from './tests/template-tests.controller.js';
import { TemplateTestsRepository } from './tests/template-tests.repository.js';
import { TemplateTestsService } from './tests/template-tests.service.js';
import { TemplateVersionsController } from './template-versions.controller.js';
import { TemplateVersionsService } from './template-versions.service.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [BrandsModule, FilesModule],
  controllers: [TemplatesController, TemplateTestsController, TemplateVersionsController],
  providers: [
    TemplateVersionsService,
    PreviewFactsRepository,
    TemplateChecks,
    TemplatePreviewsService,
    TemplateTestsRepository,
    TemplateTestsService,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [PreviewFactsRepository, TemplateChecks, TemplatesRepository, TemplatesService],
})
export class TemplatesModule {}
