import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { liveEventView } from '@overturn/contracts';
import { RELOAD_EVENT } from '@overturn/contracts/reload-event';
import type { LiveEventView } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDeepStrictEqual } from 'node:util';
import { DomainError } from '@overturn/domain';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Callers } from '../http/callers.ts';
import { EventFeed } from './event-feed.ts';

/** So often a quiet stream says that it is there, and looks whether its reader still may read. */
const BEAT_MS = 15_000;
/** A stream is opened anew after this. */
const LIFE_MS = 10 * 60_000;

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly feed: EventFeed,
    private readonly callers: Callers,
  ) {}

  @Get()
  @Allow('denial.read')
  @Answers(200, liveEventView)
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: `Replays what came after this number; an event “${RELOAD_EVENT}” comes first when some of that is no longer kept.`,
  })
  async stream(@Actor() actor: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const from = numberOf(request.headers['last-event-id']);
    const ending = new AbortController();
    const end = (): void => ending.abort();
    request.raw.on('close', end);
    reply.raw.on('close', end);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
      connection: 'close', // nothing else comes this way afterwards: a stop need not wait for it
      'x-request-id': request.id,
    });
    const beat = setInterval(() => {
      void this.#isStill(actor, request).then((still) => (still ? reply.raw.write(': still here\n\n') : end()));
    }, BEAT_MS);
    const life = setTimeout(end, LIFE_MS);
    try {
      for await (const { at, events, missed } of this.feed.follow(actor, from, ending.signal)) {
        const text = events.map(format).join('') || opening(at, missed);
        if (!reply.raw.write(text)) await drained(reply, ending.signal);
      }
    } catch (error) {
      request.log.warn({ err: (error as Error).name }, 'A stream of events ended early.');
    } finally {
      clearInterval(beat);
      clearTimeout(life);
      reply.raw.end();
    }
  }

  /** Not signed out, not moved, with the same rights as at the beginning. While Postgres is away nobody is sent off. */
  async #isStill(actor: Caller, request: FastifyRequest): Promise<boolean> {
    const now = await this.callers
      .find(request)
      .catch((error: unknown) => (error instanceof DomainError ? undefined : actor));
    return isDeepStrictEqual(now, actor);
  }
}

const format = (event: LiveEventView): string =>
  `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;

/** Where the stream begins; a reader that was away for too long is told to load everything anew. */
const opening = (at: number, missed: boolean): string =>
  `retry: 1000\nid: ${at}\n${missed ? `event: ${RELOAD_EVENT}\ndata: {}\n` : ''}\n`;

const numberOf = (header: unknown): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;

/** A slow reader is waited for. */
const drained = (reply: FastifyReply, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    reply.raw.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
