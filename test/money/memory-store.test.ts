import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import { conforms } from './conformance.ts'

conforms('memory', (world, reports) => Promise.resolve(openMemoryStore(reports, world)))
