window.wenju.start();
