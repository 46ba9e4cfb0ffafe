import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

const WORDS: Record<number, string> = { 200: 'Done', 201: 'Made', 202: 'Taken', 204: 'Nothing' };

/** The status of a route's answer and the schema of its body, for Nest and for OpenAPI. */
export const Answers = (status: number, schema?: z.ZodType): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description: WORDS[status] ?? '', ...(schema && { standardSchema: schema }) }),
  );
