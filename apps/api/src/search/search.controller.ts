import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { searchBody, searchView } from '@overturn/contracts';
import type { SearchBody } from '@overturn/contracts';
import type { Caller } from '@overturn/data/accounts/caller';
import { searchDenials } from '@overturn/data/search/search-denials';
import { Actor } from '../http/actor.ts';
import { Allow } from '../http/allow.ts';
import { Answers } from '../http/answers.ts';
import { Work } from '../work.ts';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly work: Work) {}

  /** In the body, because nothing of a patient stands in an address. */
  @Post()
  @Allow('search')
  @Answers(200, searchView)
  search(@Body({ schema: searchBody }) { query, limit }: SearchBody, @Actor() actor: Caller) {
    return this.work.run(actor, (tx, now) => searchDenials(tx, now, actor, query, limit));
  }
}
