import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { relationHeading } from '../../src/display/relation-heading.ts'

describe('the heading over neighbours', () => {
  /** A label, its inverse, and the heading at the node that it leads to. */
  test.each([
    // An inverse of the data's own.
    ['launched', 'launched by', 'Launched by'],
    ['based in', 'home to', 'Home to'],
    ['depends on', 'needed for', 'Needed for'],
    ['part of', 'includes', 'Includes'],
    // A noun for an inverse.
    ['located in', 'location of', 'Located here'],
    ['applies to', 'field of use of', 'Applies here'],
    ['active in', 'field of work of', 'Active here'],
    ['participates in', 'has participant', 'Participants'],
    ['child of', 'parent of', 'Children'],
    ['part of', 'has part', 'Parts'],
    ['succeeded in', 'field of success of', 'Field of success of'],
    ['orbits', 'has moon', 'Has moon'],
    ['orbits', 'has member', 'Members'],
    // Places.
    ['based in', '', 'Based here'],
    ['is located in', 'is located in (reverse)', 'Located here'],
    ['born in', '', 'Born here'],
    ['works at', '', 'Works here'],
    ['livesIn', '', 'Lives here'],
    ['BORN_IN', '', 'Born here'],
    ['published in', '', 'Published here'],
    // Verbs.
    ['knows', 'knows (reverse)', 'Known by'],
    ['KNOWS', '', 'Known by'],
    ['cites', '', 'Cited by'],
    ['employs', '', 'Employed by'],
    ['publishes', '', 'Published by'],
    ['studies', '', 'Studied by'],
    ['uses', '', 'Used by'],
    ['supplies', '', 'Supplied by'],
    ['controls', '', 'Controlled by'],
    ['writes', '', 'Written by'],
    ['teaches', '', 'Taught by'],
    ['crosses', '', 'Crossed by'],
    // Participles.
    ['founded by', '', 'Founded'],
    ['written by', '', 'Wrote'],
    ['wasWrittenBy', '', 'Wrote'],
    ['led by', '', 'Led'],
    ['owned by', '', 'Owned'],
    // Nouns.
    ['member of', '', 'Members'],
    ['memberOf', '', 'Members'],
    ['is part of', '', 'Parts'],
    ['isPartOf', '', 'Parts'],
    ['author of', '', 'Authors'],
    ['CEO of', '', 'CEOs'],
    ['wife of', '', 'Wives'],
    ['is a child of', '', 'Children'],
    ['subsidiary of', '', 'Subsidiaries'],
    ['subclass of', '', 'Subclasses'],
    ['board member of', '', 'Board members'],
    ['has part', '', 'Part of'],
    ['hasAuthor', '', 'Author of'],
    ['type', '', 'Of this type'],
    ['is a', '', 'Instances'],
    // Verbs with a preposition.
    ['depends on', '', 'Who or what depends on this'],
    ['refersTo', '', 'Who or what refers to this'],
    ['competes with', '', 'Who or what competes with this'],
    ['collaborates with', 'collaborates with', 'Collaborates with'],
    // What is not sure.
    ['friends', 'friends (reverse)', '“friends” leads here from'],
    ['friend', '', '“friend” leads here from'],
    ['children', '', '“children” leads here from'],
    ['aware of', '', '“aware of” leads here from'],
    ['made of', '', '“made of” leads here from'],
    ['north of', '', '“north of” leads here from'],
    ['capable of', '', '“capable of” leads here from'],
    ['interested in', '', '“interested in” leads here from'],
    ['believes in', '', '“believes in” leads here from'],
    ['has won', '', '“has won” leads here from'],
    ['one of', '', '“one of” leads here from'],
    ['spouse', '', '“spouse” leads here from'],
    ['stand by', '', '“stand by” leads here from'],
    ['任职于', '', '“任职于” leads here from'],
    ['1', '', '“1” leads here from'],
    ['', '', 'Leads here from'],
    ['linked to', 'linked from', 'Linked from'],
  ])('“%s”, inverse “%s”: “%s”', (label, inverse, heading) => {
    expect(relationHeading({ label, inverse }, 'in')).toBe(heading)
  })

  test.each([
    ['based in', 'Based in'],
    ['part of', 'Part of'],
    ['has part', 'Parts'],
    ['hasPart', 'Parts'],
    ['has won', 'Has won'],
    ['worksFor', 'WorksFor'],
    ['任职于', '任职于'],
    ['', ''],
  ])('along the statement “%s” stays itself: “%s”', (label, heading) => {
    expect(relationHeading({ label, inverse: 'x' }, 'out')).toBe(heading)
    expect(relationHeading({ label, inverse: 'x' }, 'both')).toBe(heading)
  })

  test.each(['china-ai', 'orrery'])('is plain for every relation of %s', (name) => {
    const file = readFileSync(`graph-data/${name}/dataset.yaml`, 'utf8')
    const { predicates } = parse(file) as {
      predicates: Record<string, { label: string; inverse?: string }>
    }
    const headings = Object.values(predicates).flatMap(({ label, inverse }) =>
      inverse === undefined ? [] : [relationHeading({ label, inverse }, 'in')],
    )
    expect(headings).toMatchSnapshot()
  })
})
