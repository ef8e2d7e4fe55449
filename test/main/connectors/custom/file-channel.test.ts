import { backOfficeBattery } from '../../../batteries/back-office.ts'
import {
  startCustomFolderSimulator,
  startCustomFtpsSimulator,
  startCustomSftpSimulator,
} from '../../../simulators/custom-files/index.ts'
import { overFiles } from './over-files.ts'

backOfficeBattery('A folder of this PC', overFiles(startCustomFolderSimulator))
backOfficeBattery('A folder by SFTP', overFiles(startCustomSftpSimulator))
backOfficeBattery('A folder by FTPS', overFiles(startCustomFtpsSimulator))
