import type { Preset } from '../../sockets/definition.ts'
import { channableLike } from './channable-like.ts'
import { divide } from './divide.ts'
import { linnworksLike } from './linnworks-like.ts'
import { shippingboLike } from './shippingbo-like.ts'
import { simpleRest } from './simple-rest.ts'

/** Templates to begin with, in the order in which they are offered. */
export const presets: readonly Preset[] = [simpleRest, channableLike, shippingboLike, linnworksLike, divide]
