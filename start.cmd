@echo off
rem Installs what is needed and serves the made-up bureau; with a file: checks it.
setlocal
cd /d "%~dp0"
where node >nul 2>nul || (echo Node.js 20 or later is needed & exit /b 2)
if not exist node_modules call npm ci --no-audit --no-fund --loglevel=error || exit /b 2
if not exist dist\cli.js node scripts\build.mjs || exit /b 2
if "%~1"=="" (node dist\cli.js demo --data out\demo) else (node dist\cli.js check %* --out out)
